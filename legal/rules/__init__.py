"""Figures that laws and institutions set, and what is computed from them: fees and deadlines."""
