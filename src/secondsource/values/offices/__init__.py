"""How a sentence gives somebody an office: the names in it, the offices, whose they are, who holds or gets them."""
