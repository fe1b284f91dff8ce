"""What an editor changed: two texts compared by characters and words of Chinese, pure."""
