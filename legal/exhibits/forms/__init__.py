"""What is typed of exhibits: their files, their facts, and how the list is narrowed."""
