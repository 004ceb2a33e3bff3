//! Who is there before a call is made, and what must be true of them whatever became of it.

use std::fs;

use hickory_proto::op::ResponseCode;

use super::picture::Picture;
use crate::{
    support::{Innkeeper, PASSWORD},
    visitor::{dns_code, site},
};

/// The password that a call sets.
pub(super) const NEW: &str = "Tundra-otter-9-mellow";

/// Every domain that one of the accounts has, had or will have.
const DOMAINS: [&str; 5] = ["anna.test", "bert.test", "rita.test", "nora.test", "moved.test"];

/// A folder to start servers on copies of.
pub(super) struct Scene(Innkeeper);

impl Scene {
    /// Anna of root's, Bert of Rita's, Rita the reseller; sessions, a token, files, a package.
    pub(super) fn set() -> Self {
        Self::set_with(|_| {})
    }

    /// The same with more done in it.
    pub(super) fn set_with(more: impl FnOnce(&Innkeeper)) -> Self {
        let mut server = Innkeeper::start();
        server.reseller("rita");
        server.account("anna");
        server.account_of("bert", "rita");
        for name in ["anna", "bert", "rita"] {
            server.log_in(&server.cpanel(""), name, PASSWORD).unwrap();
            let home = server.data().join("machine/homes").join(name);
            fs::write(home.join("public_html/index.html"), name).unwrap();
        }
        let owned = server.whm("/json-api/api_token_create?api.version=1&token_name=billing");
        let made = server.client().get(owned).basic_auth("rita", Some(PASSWORD)).send().unwrap();
        assert_eq!(made.status(), 200);
        server.data_of("addpkg", &[("name", "gold"), ("quota", "2048")]);
        more(&server);
        assert!(server.terminate());
        Self(server)
    }

    /// A server on a copy of it.
    pub(super) fn start(&self, environment: &[(&str, &str)]) -> Innkeeper {
        self.0.start_copy(environment)
    }
}

/// Looks from outside whether all is as the picture says: nothing without an account, nothing
/// of an account amiss, one password wherever one is asked for.
pub(super) fn look(server: &Innkeeper, picture: &Picture) {
    let check = server.command(&["check"]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    for domain in DOMAINS {
        let account = picture.accounts.iter().find(|(_, main, _)| main == domain);
        let (code, status) = match account {
            None => (ResponseCode::Refused, 404),
            Some((_, _, true)) => (ResponseCode::NoError, 403),
            Some(_) => (ResponseCode::NoError, 200),
        };
        assert_eq!(dns_code(server, domain), code, "{domain}");
        assert_eq!(site(server, domain).0, status, "{domain}");
    }
    for (name, _, suspended) in &picture.accounts {
        let open = [PASSWORD, NEW].map(|password| opens(server, name, password));
        let count = open.iter().filter(|open| **open).count();
        assert_eq!(count, usize::from(!suspended), "{name}: passwords that open {open:?}");
    }
}

/// Whether a password opens an account: by the page and, for the reseller (Rita, later Rosa), by
/// Basic credentials; both must say the same.
fn opens(server: &Innkeeper, name: &str, password: &str) -> bool {
    let entered = server.log_in(&server.cpanel(""), name, password);
    let by_page = entered.is_some();
    if let Some((client, prefix)) = entered {
        client.get(server.cpanel(&format!("{prefix}/logout"))).send().unwrap();
    }
    if name.starts_with('r') {
        let url = server.whm("/json-api/myprivs?api.version=1");
        let response = server.client().get(url).basic_auth(name, Some(password)).send().unwrap();
        let text = response.text().unwrap();
        let by_basic = !text.contains("Access denied");
        assert_eq!(by_page, by_basic, "{name}: {text}");
    }
    by_page
}
