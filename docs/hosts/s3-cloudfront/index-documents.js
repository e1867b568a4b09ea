// A CloudFront function (cloudfront-js-2.0, viewer request): a bucket knows files only, so the address of a page becomes that of
// its file. An address whose last part has no full stop is a page.
function handler(event) {
  const request = event.request;
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  else if (!/\.[^/]*$/.test(request.uri)) request.uri += '/index.html';
  return request;
}
