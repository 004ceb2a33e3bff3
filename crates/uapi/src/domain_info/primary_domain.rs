//! `DomainInfo::primary_domain`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};

/// Give the main domain of the account.
#[derive(Input)]
pub struct Params {
    /// 1 gives null where the main domain is temporary.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
}

/// What `primary_domain` answers.
#[derive(Output)]
pub struct Reply {
    /// The primary domain.
    pub primary_domain: Option<String>,
}

/// See [`Params`].
pub struct PrimaryDomain;

impl Function for PrimaryDomain {
    const NAME: &'static str = "primary_domain";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        let record = account.record();
        let hidden = params.hide_temporary_domains.0 && record.temporary_domain.0;
        Ok(Reply { primary_domain: (!hidden).then(|| record.domain.to_string()) })
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn it_follows_the_account() {
        let world = World::new().account("alice", "root");
        let primary = || {
            world.uapi_data("alice", "DomainInfo", "primary_domain", &[])["primary_domain"].clone()
        };
        assert_eq!(primary(), "alice.test");
        let form = [("user", "alice"), ("domain", "new.example")];
        world.call("root", "modifyacct", &form).unwrap();
        assert_eq!(primary(), "new.example");
    }
}
