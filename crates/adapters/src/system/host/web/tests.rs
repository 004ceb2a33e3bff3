//! What is rendered of a site.

use api::{Flag, records::*};

use super::*;

fn shop(domain: &str) -> Site {
    Site {
        domain: DomainName::of_site(domain).unwrap(),
        account: "shop".parse().unwrap(),
        document_root: "public_html".to_owned(),
        suspended: false,
        redirects: Vec::new(),
    }
}

fn rendered(site: &Site) -> String {
    site::render(&Layout::default(), site).unwrap()
}

#[test]
fn a_site_has_its_names_its_folder_and_its_pool() {
    let text = rendered(&shop("a.test"));
    for line in [
        "<VirtualHost *:80>",
        "<VirtualHost ${SITES_TLS}>",
        "    ServerName \"a.test\"",
        "    ServerAlias \"www.a.test\"",
        "    DocumentRoot \"/home/shop/public_html\"",
        "            SetHandler \"proxy:unix:/run/innkeeper-services/php-fpm/shop.sock|fcgi://shop\"",
        "        SSLCertificateFile \"/etc/innkeeper/services/apache/tls/a.test.pem\"",
    ] {
        assert!(text.lines().any(|other| other == line), "{line}\nin\n{text}");
    }
}

#[test]
fn a_site_of_all_names_below_one_is_none_of_them() {
    let text = rendered(&shop("*.a.test"));
    assert!(text.contains("ServerName \"_wildcard_.a.test\"\n"), "{text}");
    assert!(text.contains("ServerAlias \"*.a.test\"\n") && !text.contains("www."), "{text}");
}

#[test]
fn a_suspended_site_shows_nothing_of_the_account() {
    let redirect = Redirect {
        domain: "a.test".parse().unwrap(),
        path: "/".to_owned(),
        account: "shop".parse().unwrap(),
        target: "https://b.test/".to_owned(),
        kind: RedirectKind::Permanent,
        wildcard: Flag(true),
        www: WwwRule::Either,
    };
    let text = rendered(&Site { suspended: true, redirects: vec![redirect], ..shop("a.test") });
    assert!(
        !text.contains("/home/") && !text.contains("b.test") && !text.contains("php"),
        "{text}"
    );
    assert!(text.contains("This account is suspended"), "{text}");
}

#[test]
fn a_folder_that_cannot_be_served_is_refused_by_its_rule() {
    for root in ["", "..", "a/../b", "/etc", "a//b", "a\nUser root", "${HOME}"] {
        let unfit = Site { document_root: root.to_owned(), ..shop("a.test") };
        let error = site::render(&Layout::default(), &unfit).unwrap_err();
        assert!(error.to_string().starts_with("document_root: "), "{root:?}: {error}");
    }
}
