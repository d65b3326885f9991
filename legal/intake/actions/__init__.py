"""What is done with imports of law: brought and decided upon by people, carried out by the worker."""
