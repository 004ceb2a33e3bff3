//! `Ftp::set_anonymous_ftp_incoming`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::ftp::settings;

/// Turns anonymous uploads on or off.
#[derive(Input)]
pub struct Params {
    /// The set flag: 0 or 1.
    #[param(default = 0)]
    pub set: Flag,
}

/// See [`Params`].
pub struct SetAnonymousFtpIncoming;

impl Function for SetAnonymousFtpIncoming {
    const NAME: &'static str = "set_anonymous_ftp_incoming";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        settings::change(cx, |settings| settings.incoming = params.set)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    #[test]
    fn the_machine_is_told() {
        let world = World::new().account("alice", "root");
        let alice = "alice".parse().unwrap();
        for (form, on) in [(&[("set", "1")][..], true), (&[], false)] {
            world.uapi("alice", "Ftp", "set_anonymous_ftp_incoming", form).unwrap();
            assert_eq!(world.machine.ftp(&alice).unwrap().unwrap().incoming, on);
        }
        let said =
            world.uapi_refusal("alice", "Ftp", "set_anonymous_ftp_incoming", &[("set", "x")]);
        assert!(said.starts_with("set: "), "{said}");
    }
}
