"""The pages of arbitration."""
