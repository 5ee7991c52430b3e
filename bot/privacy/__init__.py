"""What is stored of visitors, said to them."""
