//! `Ftp::set_welcome_message`

use api::{Cx, Effect, Function, Input, Multiline, Needs, Result};
use functions::domain::ftp::settings;

/// Sets the FTP welcome message.
#[derive(Input)]
pub struct Params {
    /// The message, of one or several lines.
    pub message: Multiline,
}

/// See [`Params`].
pub struct SetWelcomeMessage;

impl Function for SetWelcomeMessage {
    const NAME: &'static str = "set_welcome_message";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        settings::check_welcome(&params.message.0)?;
        settings::change(cx, |settings| settings.welcome = params.message.0)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    #[test]
    fn the_machine_is_told() {
        let world = World::new().account("alice", "root");
        let form = [("message", "Hello.")];
        world.uapi("alice", "Ftp", "set_welcome_message", &form).unwrap();
        let alice = "alice".parse().unwrap();
        assert_eq!(world.machine.ftp(&alice).unwrap().unwrap().welcome, "Hello.");
        let long = "x".repeat(8193);
        let form = [("message", long.as_str())];
        let said = world.uapi_refusal("alice", "Ftp", "set_welcome_message", &form);
        assert_eq!(said, "message: must have at most 8192 bytes.");
    }
}
