"""Laws down to the article: texts in several languages, their editions, what they cite."""
