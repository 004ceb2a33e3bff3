//! `SSL::generate_csr`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, facts::RequestItem, making, names::Names, subject::Subject};

/// Makes a certificate signing request and keeps it with the account's.
#[derive(Input)]
pub struct Params {
    /// The domains, parted by commas; the first is the common name.
    pub domains: Names,
    /// The id of the account's private key that signs it.
    pub key_id: String,
    /// Whose it is.
    #[param(merge)]
    pub subject: Subject,
    /// Its name; the first domain where absent.
    pub friendly_name: Option<String>,
}

/// What `generate_csr` answers.
#[derive(Output)]
pub struct Reply {
    /// What it says.
    #[param(part)]
    pub item: RequestItem,
    /// It in PEM.
    pub text: String,
}

/// See [`Params`].
pub struct GenerateCsr;

impl Function for GenerateCsr {
    const NAME: &'static str = "generate_csr";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let wanted = params.subject.wanted(&params.domains)?;
        let key = making::key_of_id(cx, &account, "key_id", &params.key_id)?;
        let name = params.friendly_name.as_deref();
        let (row, _) = making::request(cx, &account, &key, &wanted, name)?;
        Ok(Reply { item: RequestItem::of(cx.host, &row)?, text: row.pem })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn a_request_is_made_found_shown_and_removed() {
        let world = World::new().account("alice", "root");
        let key = samples::generated(&world);
        let form = samples::subject(&[("key_id", &key), ("domains", "alice.test,www.alice.test")]);
        let made = world.uapi_data("alice", "SSL", "generate_csr", &form);
        assert_eq!(made["commonName"], "alice.test");
        assert_eq!(made["domains"][1], "www.alice.test");
        assert_eq!(made["friendly_name"], "alice.test");
        let id = made["id"].as_str().unwrap();
        assert!(id.starts_with("alice_test_"), "{id}");
        let of_key = world.uapi_data("alice", "SSL", "find_csrs_for_key", &[("id", &key)]);
        assert_eq!(of_key, world.uapi_data("alice", "SSL", "list_csrs", &[]));
        let shown = world.uapi_data("alice", "SSL", "show_csr", &[("id", id)]);
        assert_eq!(shown["csr"], made["text"]);
        assert_eq!(shown["details"]["countryName"], "DE");
        assert_eq!(shown["details"]["localityName"], "Kiel");
        let gone = world.uapi_data("alice", "SSL", "delete_csr", &[("id", id)]);
        assert_eq!(gone, of_key);
        assert!(world.uapi("alice", "SSL", "show_csr", &[("id", id)]).is_err());
    }

    #[test]
    fn what_cannot_stand_in_a_request_is_refused() {
        let world = World::new().account("alice", "root");
        let key = samples::generated(&world);
        for (name, text, said) in [
            ("countryName", "Germany", "countryName: must be a country's two letters."),
            ("organizationName", "", "organizationName: must not be empty."),
            ("domains", "not a domain!", "domains: "),
            ("key_id", "none", "key_id: the account has no such private key."),
        ] {
            let mut form = samples::subject(&[("key_id", &key), ("domains", "alice.test")]);
            form.iter_mut().find(|(key, _)| *key == name).unwrap().1 = text;
            let problem = world.uapi_refusal("alice", "SSL", "generate_csr", &form);
            assert!(problem.starts_with(said), "{problem}");
        }
        assert_eq!(
            world.uapi_data("alice", "SSL", "list_csrs", &[]),
            api::Value::Array(Vec::new())
        );
    }
}
