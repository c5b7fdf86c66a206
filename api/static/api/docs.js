// A link to a problem opens the list it stands in; first, for the operations below rewrite the address.
const wanted = location.hash && document.getElementById(location.hash.slice(1));
if (wanted) {
  wanted.closest("details").open = true;
  wanted.scrollIntoView();
}

const place = document.getElementById("operations");
SwaggerUIBundle({
  url: place.dataset.schema,
  domNode: place,
  deepLinking: true,
  tryItOutEnabled: true,
  requestInterceptor: (request) => {
    // Whoever is logged in to the admin can write from here; Django wants its token with it.
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (token) request.headers["X-CSRFToken"] = token[1];
    return request;
  },
});
