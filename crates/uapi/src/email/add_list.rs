//! `Email::add_list`

use api::{Account, Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, Secret};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{
        addresses,
        lists::{self, Privacy},
    },
};

/// Creates a mailing list.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The local part of its address.
    pub list: String,
    /// The password of its administrators.
    pub password: Secret,
    /// Whether it is closed to the world.
    #[param(default = 0)]
    pub private: Flag,
    /// Whether a list that is there is told to the server again, and nothing else.
    #[param(default = 0)]
    pub rebuildonly: Flag,
}

/// See [`Params`].
pub struct AddList;

impl Function for AddList {
    const NAME: &'static str = "add_list";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let (address, _) =
            addresses::own(&*tx, &account, "list", &params.list, Some(&params.domain))?;
        let hash = lists::hash(cx, &*tx, &address, &params.password)?;
        drop(tx);
        let mut change = Change::begin(cx)?;
        let (address, domain) =
            addresses::own(change.tx(), &account, "list", address.as_str(), None)?;
        if params.rebuildonly.0 {
            let list = lists::own(change.tx(), &account, address.as_str())?;
            lists::save(&mut change, &list)?;
        } else {
            let privacy = Privacy::new(params.private.0);
            lists::create(&mut change, &account, (&address, &domain), hash, privacy)?;
        }
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, world};

    #[test]
    fn a_list_is_made_and_told_to_the_server() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert_eq!(told.lists[0].address.as_str(), "news@amy.test");
        assert!(!told.lists[0].password.contains(PASSWORD));
        assert!(refusal(&world, "add_list", &form).starts_with("list: there is already"));
        data(&world, "add_list", &[&form[..], &[("rebuildonly", "1")]].concat());
    }

    #[test]
    fn what_may_not_be_is_refused() {
        let world = world().with_account("amy", |account| account.max_lists = api::Limit::of(1));
        let add = |list: &str, password: &str| {
            refusal(
                &world,
                "add_list",
                &[("domain", "amy.test"), ("list", list), ("password", password)],
            )
        };
        assert!(add("info", PASSWORD).starts_with("list: there is a mailbox"));
        assert!(add("news", "news").starts_with("password: "));
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        assert_eq!(
            add("more", PASSWORD),
            "list: the account has 1 mailing lists, and its limit is 1."
        );
    }
}
