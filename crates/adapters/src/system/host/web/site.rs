//! A site as the privileged process is told of it.

use api::{
    Error, Result,
    ports::Site,
    records::{Redirect, RedirectKind, WwwRule},
};
use root::{WebRedirect, WebSite};

use super::refused;

/// A site as it is handed over. One that cannot be served is refused by its rule.
pub(super) fn written(site: &Site) -> Result<Vec<u8>> {
    let site = WebSite {
        account: refused::name(site.account.as_str())?,
        root: site.document_root.clone(),
        suspended: site.suspended,
        redirects: redirects(site),
    };
    site.write().map_err(|rule| {
        Error::param("document_root", format!("the web server cannot serve the site: {rule}"))
    })
}

/// Its redirects, the deepest paths first.
fn redirects(site: &Site) -> Vec<WebRedirect> {
    let mut redirects: Vec<&Redirect> = site.redirects.iter().collect();
    redirects.sort_by(|one, two| two.path.len().cmp(&one.path.len()).then(one.path.cmp(&two.path)));
    redirects.into_iter().map(redirect).collect()
}

fn redirect(redirect: &Redirect) -> WebRedirect {
    WebRedirect {
        path: redirect.path.clone(),
        below: redirect.wildcard.0,
        www: match redirect.www {
            WwwRule::Either => None,
            WwwRule::Only => Some(true),
            WwwRule::Without => Some(false),
        },
        target: redirect.target.clone(),
        permanent: matches!(redirect.kind, RedirectKind::Permanent),
    }
}

#[cfg(test)]
mod tests {
    use api::{DomainName, Flag};

    use super::*;

    fn shop(document_root: &str, paths: &[&str]) -> Site {
        let domain = DomainName::of_site("a.test").unwrap();
        let redirect = |path: &&str| Redirect {
            domain: domain.clone(),
            path: (*path).to_owned(),
            account: "shop".parse().unwrap(),
            target: "https://b.test/".to_owned(),
            kind: RedirectKind::Permanent,
            wildcard: Flag(true),
            www: WwwRule::Only,
        };
        Site {
            domain: domain.clone(),
            account: "shop".parse().unwrap(),
            document_root: document_root.to_owned(),
            suspended: false,
            redirects: paths.iter().map(redirect).collect(),
        }
    }

    #[test]
    fn the_deepest_redirect_comes_first() {
        let site = shop("public_html", &["/", "/old", "/old/deep", "/any"]);
        let paths: Vec<String> = redirects(&site).into_iter().map(|one| one.path).collect();
        assert_eq!(paths, ["/old/deep", "/any", "/old", "/"]);
    }

    #[test]
    fn a_folder_that_cannot_be_served_is_refused_by_its_rule() {
        for root in ["", "..", "a/../b", "/etc", "a//b", "a\nUser root", "a\t"] {
            let error = written(&shop(root, &[])).unwrap_err();
            assert!(error.to_string().starts_with("document_root: "), "{root:?}: {error}");
        }
        assert!(written(&shop("public_html/${x} \"y\"", &[])).is_ok());
    }
}
