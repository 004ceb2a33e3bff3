//! `get_password_strength`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret};

use crate::domain::passwords;

/// Scores a password: the number that is compared with the least strength where one is set.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub password: Secret,
}

/// The score.
#[derive(Debug, Output)]
pub struct Reply {
    /// From 0, guessed at once, to 100.
    pub strength: u8,
}

/// See [`Params`].
pub struct GetPasswordStrength;

impl Function for GetPasswordStrength {
    const NAME: &'static str = "get_password_strength";
    const NEEDS: Needs = Needs::Login;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, params: Params) -> Result<Reply> {
        Ok(Reply { strength: passwords::strength(params.password.reveal(), &[]) })
    }
}

#[cfg(test)]
mod tests {
    use api::{Secret, records::Setting};

    use crate::{domain::passwords, testing::World};

    #[test]
    fn the_score_is_the_one_that_the_check_compares() {
        let world = World::new();
        for password in ["vK9#mTq2", "correct horse battery", "Quarry-lamp-7-vivid", "aaaaaaaaaaaa"]
        {
            let form = [("password", password)];
            let data = world.data("root", "get_password_strength", &form);
            let score = data["strength"].as_u64().unwrap();
            assert!(score <= 100);
            for (least, passes) in [(score, true), (score + 1, false)] {
                let tx = world.host.store.write().unwrap();
                let name = passwords::setting_name("passwd");
                tx.put(&Setting { name, value: least.to_string() }).unwrap();
                let secret = Secret::new(password.to_owned());
                let outcome = passwords::check(&*tx, "passwd", &secret, &[""; 0]);
                assert_eq!(outcome.is_ok(), passes, "{password} {score}");
            }
        }
    }

    #[test]
    fn a_refusal_never_repeats_the_password() {
        let world = World::new();
        let said = world.refusal("root", "get_password_strength", &[("password", "secret\nword")]);
        assert!(said.starts_with("password: ") && !said.contains("secret"), "{said}");
        assert_eq!(world.data("root", "get_password_strength", &[("password", "")])["strength"], 0);
    }
}
