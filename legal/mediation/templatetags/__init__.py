"""What pages of other rooms show of a mediation."""
