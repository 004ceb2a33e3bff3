//! `DomainInfo::list_domains`

use std::collections::BTreeMap;

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result, records::DomainKind};
use functions::domain::domains::settings;

/// List the names of all domains of the account by kind.
#[derive(Input)]
pub struct Params {
    /// 1 leaves temporary domains out; `main_domain` is then null where it is one.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
}

/// What `list_domains` answers.
#[derive(Output)]
pub struct Reply {
    /// The main domain.
    pub main_domain: Option<String>,
    /// The addon domains.
    pub addon_domains: Vec<String>,
    /// The parked domains.
    pub parked_domains: Vec<String>,
    /// The sub domains.
    pub sub_domains: Vec<String>,
    /// The is temporary.
    #[param(absent)]
    pub is_temporary: Option<BTreeMap<String, Flag>>,
}

/// See [`Params`].
pub struct ListDomains;

impl Function for ListDomains {
    const NAME: &'static str = "list_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mut sites = settings::all(cx.host, &*tx, &account)?;
        sites.retain(|site| !(params.hide_temporary_domains.0 && site.temporary.0));
        let of = |kind: DomainKind| {
            let some = sites.iter().filter(|site| site.kind == kind);
            some.map(|site| site.domain.to_string()).collect::<Vec<_>>()
        };
        let temporary = sites.iter().map(|site| (site.domain.to_string(), site.temporary));
        Ok(Reply {
            main_domain: of(DomainKind::Main).pop(),
            addon_domains: of(DomainKind::Addon),
            parked_domains: of(DomainKind::Parked),
            sub_domains: of(DomainKind::Sub),
            is_temporary: Some(temporary.collect()),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn each_kind_has_its_list() {
        let world = super::super::tests::world();
        let data = world.uapi_data("alice", "DomainInfo", "list_domains", &[]);
        assert_eq!(data["main_domain"], "alice.test");
        assert_eq!(data["addon_domains"], json!(["shop.example"]));
        assert_eq!(data["parked_domains"], json!(["alias.example"]));
        assert_eq!(data["sub_domains"], json!(["*.alice.test", "shop.alice.test"]));
        assert_eq!(data["is_temporary"]["alice.test"], 0);
    }

    #[test]
    fn a_temporary_main_domain_is_null_where_it_is_not_wanted() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.temporary_domain = true.into());
        for (hidden, wanted) in [("0", json!("alice.test")), ("1", json!(null))] {
            let form = [("hide_temporary_domains", hidden)];
            let data = world.uapi_data("alice", "DomainInfo", "list_domains", &form);
            assert_eq!(data["main_domain"], wanted);
            let data = world.uapi_data("alice", "DomainInfo", "primary_domain", &form);
            assert_eq!(data["primary_domain"], wanted);
        }
    }
}
