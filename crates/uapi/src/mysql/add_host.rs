//! `Mysql::add_host`

use api::{AccessHost, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::databases::hosts;

/// Lets all users of the account's MySQL databases in from another host.
#[derive(Debug, Input)]
pub struct Params {
    /// An address, a range such as `192.0.2.0/24`, a host name; `%` stands for any part of one.
    pub host: AccessHost,
}

/// See [`Params`].
pub struct AddHost;

impl Function for AddHost {
    const NAME: &'static str = "add_host";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        hosts::add(cx, &cx.caller.user, &params.host)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn every_user_may_come_from_there() {
        let world = databases::scene("Mysql");
        let add = |host| world.uapi("alice", "Mysql", "add_host", &[("host", host)]);
        add("192.168.%.%").unwrap();
        add("App.example.com").unwrap();
        let hosts = databases::login(&world, Engine::Mysql, "alice_u").unwrap().hosts;
        let hosts: Vec<&str> = hosts.iter().map(api::AccessHost::as_str).collect();
        assert_eq!(hosts, ["192.168.%.%", "app.example.com"]);
        assert!(add("app.example.com").unwrap_err().to_string().contains("may connect already"));
        let said = add("192.0.2.7/24").unwrap_err().to_string();
        assert!(said.starts_with("host: "), "{said}");
    }
}
