"""Loading many quotes at once: by COPY, thousands a second."""
