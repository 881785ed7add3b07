package dev.madtree.workloads.campaign;

/** Estimates how long the rest of a plan takes: from the plan at first, then from the clock. */
final class TimeLeft {

  private final Plan plan;
  private double seconds;
  private int forks;

  TimeLeft(Plan plan) {
    this.plan = plan;
  }

  /** Takes what one fork took. */
  void took(double forkSeconds) {
    seconds += forkSeconds;
    forks++;
  }

  /** Returns the seconds that are left when so many forks are done. */
  double left(int done) {
    double perFork = forks == 0 ? plan.seconds() / plan.forks() : seconds / forks;
    return perFork * (plan.forks() - done);
  }
}
