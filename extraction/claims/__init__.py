"""The bureau's own word: shares of the plan that it states, and completion in words."""
