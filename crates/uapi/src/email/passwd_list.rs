//! `Email::passwd_list`

use api::{Account, Cx, Effect, Function, Input, Needs, Result, Secret, records::MailingList};
use functions::domain::{
    change::{Change, OnFailure},
    mail::lists,
};

/// Changes the password of a list's administrators.
#[derive(Input)]
pub struct Params {
    /// Its address.
    pub list: String,
    /// The new password.
    pub password: Secret,
}

/// See [`Params`].
pub struct PasswdList;

impl Function for PasswdList {
    const NAME: &'static str = "passwd_list";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let list = lists::own(&*tx, &account, &params.list)?;
        let password = lists::hash(cx, &*tx, &list.address, &params.password)?;
        drop(tx);
        let mut change = Change::begin(cx)?;
        let list = lists::own(change.tx(), &account, &params.list)?;
        lists::save(&mut change, &MailingList { password, once: String::new(), ..list })?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, strange, world};

    #[test]
    fn the_new_password_is_told_to_the_server() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        let hash =
            || world.machine.mail_domain("amy.test").unwrap().unwrap().lists[0].password.clone();
        let before = hash();
        let form = [("list", "news@amy.test"), ("password", "Copper-window-4-salad")];
        data(&world, "passwd_list", &form);
        assert_ne!(hash(), before);
        let said = refusal(&world, "passwd_list", &[form[0], ("password", "short")]);
        assert!(said.starts_with("password: "), "{said}");
        assert!(strange(&world, "passwd_list", &form).is_err());
    }
}
