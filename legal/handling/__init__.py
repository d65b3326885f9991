"""The console for matters: their queues, their files as staff see them, and what staff decide."""
