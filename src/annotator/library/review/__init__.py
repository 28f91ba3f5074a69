"""What is still open before an article or a library is handed in."""
