"""The pages of lawyers and of firms."""
