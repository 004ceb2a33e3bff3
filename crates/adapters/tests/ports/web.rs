//! What every implementation of the web server does.

use api::{
    Kind,
    ports::{Site, Web},
};

use crate::subjects::{domain, site};

/// Runs on a port without sites.
pub(crate) fn suite(port: &dyn Web) {
    assert!(port.list().unwrap().is_empty());
    for suspended in [false, false, true] {
        port.apply(&Site { suspended, ..site("a.test", "alice") }).unwrap();
        assert_eq!(port.list().unwrap(), [domain("a.test")]);
    }
    let document_root = "public_html/b.test".to_owned();
    port.apply(&Site { document_root, ..site("b.test", "alice") }).unwrap();
    for outside in ["../bob", "/etc", "", "a/../../b", "a//b", "a\0b"] {
        let site = Site { document_root: outside.to_owned(), ..site("c.test", "alice") };
        assert_eq!(port.apply(&site).unwrap_err().kind(), Kind::BadParam, "{outside}");
    }
    for _ in 0..2 {
        port.withdraw(&domain("a.test")).unwrap();
        assert_eq!(port.list().unwrap(), [domain("b.test")]);
    }
    port.withdraw(&domain("b.test")).unwrap();
    assert!(port.list().unwrap().is_empty());
}
