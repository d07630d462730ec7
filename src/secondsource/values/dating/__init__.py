"""How a time is read: the phrases that name one, what guards them, and what stands around them."""
