//! The virtual hosts of a site: one for plain HTTP and one for TLS, which say the same.

use api::{DomainName, Error, Result, ports::Site};
use root::{Layout, Service};

use super::{
    redirects,
    text::{Text, Unfit},
};

/// What the account of a suspended site's visitors are told.
const SUSPENDED: &str = "<!doctype html><html lang='en'><meta charset='utf-8'>\
    <title>This account is suspended</title><h1>This account is suspended</h1>\
    <p>Its owner can ask the host why.</p></html>";

/// Files that PHP runs.
const PROGRAMS: &str = "\\.ph(?:p|tml|ar)$";

/// Where visitors come in over TLS; the base configuration says which addresses that are.
const TLS: &str = "${SITES_TLS}";

/// Renders a site.
pub(super) fn render(layout: &Layout, site: &Site) -> Result<String> {
    check(site)?;
    let mut text = Text::default();
    let plain = format!("*:{}", layout.ports.web);
    let both = text
        .site(&plain, |text| {
            names(text, site)?;
            text.section("IfFile", &tls_file(layout, &site.domain, "https"), |text| {
                redirects::to_https(text, layout.ports.web_tls)
            })?;
            rest(text, layout, site)
        })
        .and_then(|()| {
            text.site(TLS, |text| {
                names(text, site)?;
                certificate(text, layout, &site.domain)?;
                rest(text, layout, site)
            })
        });
    both.map_err(|Unfit(rule)| {
        Error::param("document_root", format!("the web server cannot serve the site: {rule}"))
    })?;
    Ok(text.finish())
}

/// The name that the web server counts a site by: no site that stands for all names below one has a name
/// of its own.
fn server_name(domain: &DomainName) -> String {
    match domain.as_str().strip_prefix("*.") {
        Some(rest) => format!("_wildcard_.{rest}"),
        None => domain.to_string(),
    }
}

/// Refuses a folder that is not plainly below the home.
pub(super) fn check(site: &Site) -> Result<()> {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    if site.document_root.split('/').all(plain) {
        return Ok(());
    }
    Err(Error::param("document_root", "it must be a path below the home, without “.” and “..”"))
}

/// Its names.
fn names(text: &mut Text, site: &Site) -> std::result::Result<(), Unfit> {
    let domain = site.domain.as_str();
    text.directive("ServerName", &[&server_name(&site.domain)])?;
    let alias = if site.domain.is_wildcard() { domain } else { &format!("www.{domain}") };
    text.directive("ServerAlias", &[alias])?;
    text.directive("RewriteEngine", &["on"])
}

/// What it shows: its files and programs, or that its account is suspended.
fn rest(text: &mut Text, layout: &Layout, site: &Site) -> std::result::Result<(), Unfit> {
    if site.suspended {
        let none = layout.config.join(Service::Apache.name()).join("none");
        text.directive("DocumentRoot", &[&none.display().to_string()])?;
        text.directive("ErrorDocument", &["403", SUSPENDED])?;
        return text.rewrite("RewriteRule", &["^", "-", "[F]"]);
    }
    redirects::render(text, site)?;
    let account = site.account.as_str();
    let root = layout.homes.join(account).join(&site.document_root);
    text.directive("DocumentRoot", &[&root.display().to_string()])?;
    let socket = layout.run.join(Service::PhpFpm.name()).join(format!("{account}.sock"));
    let handler = format!("proxy:unix:{}|fcgi://{account}", socket.display());
    text.section("FilesMatch", PROGRAMS, |text| {
        text.section("If", "-f %{REQUEST_FILENAME}", |text| {
            text.directive("SetHandler", &[&handler])
        })
    })
}

/// Its certificate where it has one, else the server's own.
fn certificate(
    text: &mut Text,
    layout: &Layout,
    domain: &DomainName,
) -> std::result::Result<(), Unfit> {
    let pem = tls_file(layout, domain, "pem");
    let own = |ending: &str| {
        let folder = layout.config.join(Service::Apache.name());
        folder.join(format!("own.{ending}")).display().to_string()
    };
    text.directive("SSLEngine", &["on"])?;
    text.section("IfFile", &pem, |text| text.directive("SSLCertificateFile", &[&pem]))?;
    text.unless_file(&pem, |text| {
        text.directive("SSLCertificateFile", &[&own("pem")])?;
        text.directive("SSLCertificateKeyFile", &[&own("key")])
    })
}

fn tls_file(layout: &Layout, domain: &DomainName, ending: &str) -> String {
    let folder = layout.config.join(Service::Apache.name()).join("tls");
    folder.join(format!("{domain}.{ending}")).display().to_string()
}
