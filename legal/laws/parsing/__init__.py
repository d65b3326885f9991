"""Reading files of law: what a tree holds, as plain records and without a database."""
