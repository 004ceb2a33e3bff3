//! Servers that are down, hang, or are asked by many at once.

use super::*;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn sessions_outlive_a_restart_and_a_server_that_is_down_is_told_in_time() {
    let machine = Machine::start(&[Service::Mariadb, Service::Postgresql]);
    let port = servers(&machine);
    for (engine, service) in ENGINES {
        port.apply(&database(engine, "alice_db")).unwrap();
        let server = port.server(engine).unwrap();
        assert!(server.version.split('.').all(|part| part.parse::<u32>().is_ok()), "{server:?}");
        machine.call(&Verb::Stop(service));
        let begun = Instant::now();
        let error = port.apply(&database(engine, "alice_c")).unwrap_err();
        assert_eq!(error.kind(), Kind::Unavailable);
        assert!(error.to_string().contains(if engine == Engine::Mysql {
            "MariaDB"
        } else {
            "PostgreSQL"
        }));
        assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
        machine.call(&Verb::Start(service));
        port.apply(&database(engine, "alice_c")).unwrap();
        assert!(port.sizes(engine, &[name("alice_db"), name("alice_c")]).unwrap().len() == 2);
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_server_that_hangs_is_told_in_time() {
    let machine = Machine::start(&[]);
    let port = servers(&machine);
    for (engine, socket) in [
        (Engine::Mysql, "mariadb/mariadb.socket".to_owned()),
        (Engine::Postgresql, format!("postgresql/.s.PGSQL.{}", machine.layout.ports.postgresql)),
    ] {
        let socket = machine.layout.run.join(socket);
        std::fs::create_dir_all(socket.parent().unwrap()).unwrap();
        let _silent = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let begun = Instant::now();
        assert_eq!(port.server(engine).unwrap_err().kind(), Kind::Unavailable);
        assert!(begun.elapsed() < Duration::from_secs(12), "{:?}", begun.elapsed());
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn eight_threads_may_write_at_once() {
    let machine = Machine::start(&[Service::Mariadb, Service::Postgresql]);
    let servers = [servers(&machine), servers(&machine)];
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let port = &servers[thread % 2];
            scope.spawn(move || {
                for (engine, _) in ENGINES {
                    for number in 0..3 {
                        let (text, renamed) =
                            (format!("t{thread}_{number}"), format!("t{thread}_r{number}"));
                        port.apply(&database(engine, &text)).unwrap();
                        let one = login(port, engine, &text, &[&text]);
                        port.apply_user(&one).unwrap();
                        let moved =
                            Database { formerly: Some(name(&text)), ..database(engine, &renamed) };
                        port.apply(&moved).unwrap();
                        port.apply_user(&login(port, engine, &text, &[&renamed])).unwrap();
                        if number == 0 {
                            port.withdraw_user(engine, &name(&text)).unwrap();
                            port.withdraw(engine, &name(&renamed)).unwrap();
                        }
                    }
                }
            });
        }
    });
    assert_eq!(servers[0].list().unwrap().len(), 32);
    assert_eq!(servers[0].list_users().unwrap().len(), 32);
    for (engine, _) in ENGINES {
        assert_eq!(user(&machine, engine, "t7_2").said("t7_r2", "SELECT 1").unwrap(), "1");
    }
}
