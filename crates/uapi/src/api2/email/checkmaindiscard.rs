//! `Email::checkmaindiscard` of cPanel API 2

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::mail::{catch_all, domains};

/// Says whether the main domain throws mail away that is for nobody.
#[derive(Input)]
pub struct Params;

/// What is set.
#[derive(Output)]
pub struct Row {
    /// Whether it does.
    pub status: Flag,
}

/// See [`Params`].
pub struct Checkmaindiscard;

impl Function for Checkmaindiscard {
    const NAME: &'static str = "checkmaindiscard";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domain = domains::own(&*tx, &account, "domain", &account.record().domain)?;
        let discards = catch_all::shown(&domain) == ":blackhole:";
        Ok(vec![Row { status: Flag(discards) }])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn it_is_told_as_it_is_set() {
        let world = world();
        let status = || {
            world.api2("amy", "Email", "checkmaindiscard", &[]).unwrap().data[0]["status"].clone()
        };
        assert_eq!(status(), 0);
        world.api2("amy", "Email", "setdefaultaddress", &[("fwdopt", "blackhole")]).unwrap();
        assert_eq!(status(), 1);
    }
}
