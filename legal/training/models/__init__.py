"""What is held of training: universities, courses, sessions, who takes part, certificates."""

from legal.training.models.certificate import Certificate
from legal.training.models.course import Course, CourseQuerySet
from legal.training.models.enrolment import Enrolment
from legal.training.models.session import Session
from legal.training.models.university import University

__all__ = ["Certificate", "Course", "CourseQuerySet", "Enrolment", "Session", "University"]
