"""The pages of exhibits: the list, one exhibit, and what members who may write do with them."""
