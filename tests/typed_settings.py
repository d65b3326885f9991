"""The settings for the type checker's plugin, which imports them outside of any environment."""

import os

os.environ.setdefault("SECRET_KEY", "types have no secret")
os.environ.setdefault("DATABASE_URL", "postgresql:///types")
os.environ.setdefault("REDIS_URL", "redis://localhost")

from portal.settings import *  # noqa: F403 - the environment above comes first
