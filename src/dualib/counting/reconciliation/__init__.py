"""Relations among printed figures: which fail, why, and the smallest changes that explain them."""
