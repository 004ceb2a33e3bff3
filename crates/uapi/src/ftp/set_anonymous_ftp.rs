//! `Ftp::set_anonymous_ftp`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::ftp::settings;

/// Turns anonymous FTP on or off.
#[derive(Input)]
pub struct Params {
    /// The set flag: 0 or 1.
    #[param(default = 0)]
    pub set: Flag,
}

/// See [`Params`].
pub struct SetAnonymousFtp;

impl Function for SetAnonymousFtp {
    const NAME: &'static str = "set_anonymous_ftp";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        settings::change(cx, |settings| settings.anonymous = params.set)
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
            world.uapi("alice", "Ftp", "set_anonymous_ftp", form).unwrap();
            assert_eq!(world.machine.ftp(&alice).unwrap().unwrap().anonymous, on);
        }
        let said = world.uapi_refusal("alice", "Ftp", "set_anonymous_ftp", &[("set", "x")]);
        assert!(said.starts_with("set: "), "{said}");
    }
}
