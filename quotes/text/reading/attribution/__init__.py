"""Attribution: whose words each quotation is, and through whom they came."""
