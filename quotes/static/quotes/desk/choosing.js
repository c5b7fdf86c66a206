// Screens that only need names offered while one types, and single keys.
import "./keys.js";
import { offer } from "./sources.js";

offer();
