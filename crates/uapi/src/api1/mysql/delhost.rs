//! `Mysql::delhost` of cPanel API 1

use api::{AccessHost, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::databases::hosts;

/// Lets nobody in to the account's MySQL databases from that host any more.
#[derive(Debug, Input)]
pub struct Params {
    /// An address, a range such as `192.0.2.0/24`, a host name; `%` stands for any part of one.
    #[param(name = "arg-0")]
    pub host: AccessHost,
}

/// See [`Params`].
pub struct DelHost;

impl Function for DelHost {
    const NAME: &'static str = "delhost";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        hosts::remove(cx, &cx.caller.user, &params.host)?;
        Ok("")
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::databases::{self, api1};

    #[test]
    fn the_users_may_not_come_from_there() {
        let world = databases::scene("Mysql");
        api1(&world, "alice", "addhost", &["192.0.2.%"]).unwrap();
        api1(&world, "alice", "delhost", &["192.0.2.%"]).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").unwrap().hosts.is_empty());
        assert!(api1(&world, "alice", "delhost", &["192.0.2.%"]).is_err());
    }
}
