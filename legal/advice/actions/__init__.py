"""What is done with questions and contracts: asked by members, answered by staff lawyers, told in letters."""
