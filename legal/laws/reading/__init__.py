"""Reading an edition: which languages stand side by side, the words of its places, and the page they make."""
