# The demo evening. OUT/ becomes the results' folder.
expect welcome.title Welcome
shot OUT/01-welcome.png

# A family with an invitation, read from a camera's picture. Its line on the roster says Spanish, so the screen does.
tap welcome.code
expect scan.title
scan OUT/invitation.png
expect who.title Rosa
scan none
shot OUT/02-who-is-here.png
tap who.yes
expect needs.title
tap needs.childcare
shot OUT/03-needs.png
tap needs.done
expect children.first_name
type Mateo
tap key.done
tap children.age.4-5
tap children.allergies
type Peanuts
tap key.done
shot OUT/04-children.png
tap children.done
expect reach.title
type Row 3
tap key.done
tap reach.done
expect needs.title
tap needs.done
expect done.code
remember CODE done.code
shot OUT/05-done-with-code.png
tap done.finish

# The same code again is no error.
tap welcome.code
scan OUT/invitation.png
expect done.who Ya entr
shot OUT/06-second-scan.png
scan none
tap done.finish

# The network goes away for the middle of the evening.
shot OUT/network-down.png

# A guest found by letters and the last four digits.
tap welcome.find
expect find.letters
tap key.b
tap key.e
tap key.a
tap key.done
tap find.digits
tap key.0
tap key.1
tap key.8
tap key.8
tap key.done
expect who.title Bea
shot OUT/07-found.png
tap who.yes
expect needs.title
tap needs.done
expect done.title
tap done.finish

# A new family, in Spanish, on the on-screen keyboard.
tap welcome.language.es
expect welcome.title Bienvenid
shot OUT/08-welcome-es.png
tap welcome.new
expect new.name
tap key.shift
tap key.l
tap key.u
tap key.z
tap key.space
tap key.shift
tap key.r
tap key.i
tap key.o
tap key.s
shot OUT/09-keyboard-es.png
tap key.done
tap new.children.more
tap new.next
expect touch.skip
shot OUT/10-keep-in-touch-es.png
tap touch.skip
expect needs.title
tap needs.interpretation
tap needs.done
expect done.title Luz
shot OUT/11-done-es.png
tap done.finish

# Somebody who only wants to come in.
expect welcome.just_come_in
tap welcome.just_come_in
expect done.title
tap done.finish

# The lead: head count, a check-in at the table and its undo.
tap furniture.staff
expect pin.digits
shot OUT/12-pin.png
type 271828
tap key.done
expect table.search
tap table.search
type whitf
expect table.result.1 Bea
shot OUT/13-table.png
tap table.result.1
expect person.name Bea
shot OUT/14-person.png
tap person.undo
tap undo.mistake
expect person.check_in
tap person.check_in
expect person.undo
tap staff.rooms
expect rooms.all
shot OUT/15-head-count.png

# Childcare: drop off with labels, pick up by code.
tap staff.desk
expect desk.drop_off.1
tap desk.adults.1.more
tap desk.adults.1.more
tap desk.adults.2.more
tap desk.adults.2.more
shot OUT/16-desk.png
tap desk.drop_off.1
expect desk.in.1 Mateo
tap desk.pick_up
tap pickup.code
type $CODE
tap key.done
expect pickup.release
shot OUT/17-pick-up.png
tap pickup.release
absent pickup.release
tap staff.more
tap more.sync
expect sync.sentence
shot OUT/18-waiting.png

# The network is back: all goes up.
shot OUT/network-back.png
expect sync.sentence All is saved
shot OUT/19-accepted.png
tap furniture.lock
expect welcome.title
