// The operations below the introduction; a link to a problem opens the list it stands in.
const place = document.getElementById("operations");
SwaggerUIBundle({ url: place.dataset.schema, domNode: place, deepLinking: true, tryItOutEnabled: true });
const wanted = location.hash && document.getElementById(location.hash.slice(1));
if (wanted) {
  wanted.closest("details").open = true;
  wanted.scrollIntoView();
}
