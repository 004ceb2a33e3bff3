//! `Mime::get_redirect`

use api::{Account, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::domains::{Domains, redirects};

/// Tell where the visitors of a whole domain are sent.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// What `get_redirect` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether they are.
    pub redirection_enabled: Flag,
    /// The URL; empty where they are not.
    pub url: String,
}

/// See [`Params`].
pub struct GetRedirect;

impl Function for GetRedirect {
    const NAME: &'static str = "get_redirect";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let row = Domains::of(&*tx, account.name())?.get("domain", &params.domain)?.name.clone();
        let url = redirects::of_whole_domains(&*tx, account.name())?.remove(&row);
        Ok(Reply { redirection_enabled: Flag(url.is_some()), url: url.unwrap_or_default() })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn a_domain_is_sent_on_or_not() {
        let world = World::new().account("alice", "root");
        let get = || world.uapi_data("alice", "Mime", "get_redirect", &[("domain", "alice.test")]);
        let form = [("domain", "alice.test"), ("redirect", "https://b.example/"), ("src", "/x")];
        world.uapi("alice", "Mime", "add_redirect", &form).unwrap();
        assert_eq!(get(), json!({"redirection_enabled": 0, "url": ""}));
        let form = [("domain", "alice.test"), ("redirect", "https://b.example/")];
        world.uapi("alice", "Mime", "add_redirect", &form).unwrap();
        assert_eq!(get(), json!({"redirection_enabled": 1, "url": "https://b.example/"}));
    }
}
