"""What an arbitration clause says, read from its words alone, and clauses made of facts: no database here."""
