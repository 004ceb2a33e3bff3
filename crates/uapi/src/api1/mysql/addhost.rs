//! `Mysql::addhost` of cPanel API 1

use api::{AccessHost, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::databases::hosts;

/// Lets all users of the account's MySQL databases in from another host.
#[derive(Debug, Input)]
pub struct Params {
    /// An address, a range such as `192.0.2.0/24`, a host name; `%` stands for any part of one.
    #[param(name = "arg-0")]
    pub host: AccessHost,
}

/// See [`Params`].
pub struct AddHost;

impl Function for AddHost {
    const NAME: &'static str = "addhost";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        hosts::add(cx, &cx.caller.user, &params.host)?;
        Ok("")
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::databases::{self, api1};

    #[test]
    fn every_user_may_come_from_there() {
        let world = databases::scene("Mysql");
        api1(&world, "alice", "addhost", &["192.0.2.%"]).unwrap();
        assert_eq!(databases::login(&world, Engine::Mysql, "alice_u").unwrap().hosts.len(), 1);
        assert!(api1(&world, "alice", "addhost", &["192.0.2.%"]).is_err());
    }
}
